"""When each entry came and when its meaning last changed, read from git where there is git.

Nothing is fetched, no author is read, and a project without git is built as ever.
"""
