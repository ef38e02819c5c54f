"""Any spreadsheet with one listing a row: what its columns mean, and the listings in its rows."""
