"""Krippendorff's alpha of answers.csv by NLTK (nltk.metrics.agreement), interval distance, people as coders, questions as items."""
import csv
import json

import nltk
from nltk.metrics.agreement import AnnotationTask


def interval(a, b):
    return (a - b) ** 2


def alpha(rows):
    data = [
        (person, question, float(value))
        for person, row in enumerate(rows)
        for question, value in row.items()
        if question != "group" and value != ""
    ]
    return AnnotationTask(data, distance=interval).alpha()


rows = list(csv.DictReader(open("answers.csv")))
figures = {"all": alpha(rows)}
for group in sorted({row["group"] for row in rows}):
    figures[group] = alpha([row for row in rows if row["group"] == group])
print(json.dumps({"software": f"NLTK {nltk.__version__}", "krippendorff": figures}, indent=2))
