"""From a listing's page to the form in which its change is sent, with everything filled in that is known already."""
