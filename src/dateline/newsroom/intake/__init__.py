"""Agency copy into the newsroom.

take_in     bytes ──parse──▶ Items ──judge──▶ what to do, one transaction each
draft       a story of an Item; one that the desk touched gets a proposal
take_back   withheld, withdrawn, killed; a kill in words holds its suspects
"""
