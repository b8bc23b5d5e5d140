"""Names → entities, in a report and across reports."""
