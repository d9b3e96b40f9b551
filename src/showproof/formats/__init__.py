"""The only code that knows XML, cells or markup: one folder a format."""
