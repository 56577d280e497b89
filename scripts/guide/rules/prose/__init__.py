"""Families TM, CS and AD: words, marks and style."""
