"""To take away: tables, a workbook, network files, pictures, a briefing; the same bytes from the same graph.

`graph.report.write.write_report` writes them all.
"""
