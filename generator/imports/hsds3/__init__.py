"""HSDS 3.0: what its JSON and its tables have that earlier versions had not, and what our own exports say beside it."""
