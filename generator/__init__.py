"""Waypost: a curated YAML directory of peer groups, services and worksheets, made into a site.

The rooms, in the order a listing passes through them:

    resources.yaml -> source -> model -> checks
                                  |-> schedule -> views -> pages | worksheets | finder | exports -> site_files -> plugin / cli
"""

__version__ = "0.1.0"
