"""The findings: their list, the one at hand, its suggestions and the decision on it."""
