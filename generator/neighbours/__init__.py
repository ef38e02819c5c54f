"""Listings of other towns' directories, from a file that each of them publishes, shown with ours and marked as theirs.

Nothing is fetched in a build: the file lies in the project, and `waypost fetch` renews it.
"""
