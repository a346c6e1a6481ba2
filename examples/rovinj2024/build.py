"""Checks, solves and draws the symposium: the script of programkit's README."""

import programkit as pk

conference = pk.load("examples/rovinj2024")
print(pk.check(conference))  # what the facts alone already show
result = pk.solve(conference, time_limit=30, seed=1)
print(result)  # status, cost by rule, bound, gap
program = result.program  # raises with the reasons if there is none
print(pk.check(program))  # independent of the solver
pk.save(program, "build/rovinj2024/program.json")
pk.booklet(program, "build/rovinj2024/booklet.pdf", theme=pk.Theme(page="A5"))
pk.agenda(program, "build/rovinj2024/site")
later = pk.solve(conference, previous=program)  # as few changes as possible
print(pk.diff(program, later.program))
