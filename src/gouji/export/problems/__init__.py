"""The list of problems that is sent back to the office: a letter in DOCX, a page to print, a sheet."""

from gouji.export.problems.content import ProblemList, problem_list

__all__ = ["ProblemList", "problem_list"]
