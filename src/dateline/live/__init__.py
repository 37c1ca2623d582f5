"""The moving parts of the paper: the weather, fetched while no reader waits.

`watch` asks a chain of sources and keeps the readings of all cities in one
file, `board`; the public server reads that file. Each provider has a module of
its own (`met_norway`, `open_meteo`, `openweather`, `file_drop`).
"""
