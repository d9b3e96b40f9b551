"""A calibration as office files: a workbook with live formulas, and a summary of one page."""
