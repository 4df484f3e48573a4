"""Writes answers.csv: 40 people of four groups on six ratings of 1 to 5, some left open. Fixed seed."""
import csv
import random

chance = random.Random(20261123)
with open("answers.csv", "w", newline="") as file:
    table = csv.writer(file, lineterminator="\n")
    table.writerow(["group", "q1", "q2", "q3", "q4", "q5", "q6"])
    for person in range(40):
        leaning = chance.gauss(3.2, 0.8)
        answers = [min(5, max(1, round(chance.gauss(leaning, 0.6)))) for _ in range(6)]
        row = ["" if chance.random() < 0.08 else answer for answer in answers]
        table.writerow([f"g{person % 4 + 1}", *row])
