# Cronbach's alpha by psych, rwg and rwg(j) by multilevel, of answers.csv. Prints JSON.
suppressMessages({library(psych); library(multilevel)})
answers <- read.csv("answers.csv")
items <- paste0("q", 1:6)
complete <- answers[complete.cases(answers), ]
alpha <- suppressWarnings(alpha(complete[, items], check.keys = FALSE, warnings = FALSE))
groups <- sort(unique(answers$group))
digits <- function(x) formatC(x, digits = 17, format = "g")
uniform <- (5^2 - 1) / 12
within <- rwg(answers$q1[!is.na(answers$q1)], answers$group[!is.na(answers$q1)], ranvar = uniform)
many <- rwg.j(complete[, items], complete$group, ranvar = uniform)
cat(sprintf('{\n  "software": "R %s.%s, psych %s, multilevel %s",\n', R.version$major, R.version$minor, packageVersion("psych"), packageVersion("multilevel")))
cat(sprintf('  "complete": %d,\n  "cronbach": %s,\n', nrow(complete), digits(alpha$total$raw_alpha)))
cat(sprintf('  "rwg": {%s},\n', paste(sprintf('"%s": %s', within$grpid, digits(within$rwg)), collapse = ", ")))
cat(sprintf('  "rwgj": {%s}\n}\n', paste(sprintf('"%s": %s', many$grpid, digits(many$rwg.j)), collapse = ", ")))
