"""The GPU side of Envtune: text is generated and weights are updated here, episodes are played on its server."""
