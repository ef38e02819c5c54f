"""What is said and read on the code host of a directory: its pull requests and issues, by the interface that GitHub and
Forgejo share."""
