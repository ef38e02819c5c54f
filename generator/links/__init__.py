"""Whether the web addresses of a directory still lead somewhere: asked politely, remembered, and never in a build."""
