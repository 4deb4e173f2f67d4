"""The statutory tables: their cells, marks, words and the editor of a figure."""
