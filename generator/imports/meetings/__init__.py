"""What directories of weekly meetings have in common, whatever form they are published in.

Each form has a reader of its own beside this folder. It makes a `Meeting` of each record; here meetings of one group at
one place become one listing.
"""
