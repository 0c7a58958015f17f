# How people's scores changed, and by how much: an analysis to start from, in R alone, without packages.
#
#   Rscript change.R FOLDER
#
# FOLDER holds score.csv and referral.csv, two tables of what your project was released (README.md says how to get
# them). One line is printed for each measure, as CSV:
#
#   measure                 what was scored
#   n                       episodes with at least two scores of it; the first and the last are compared
#   before, after           the means of the first and of the last
#   change, low, high       the mean change, and its 95 % confidence interval by Student's t
#   dz, dz_low, dz_high     the effect size, mean change over the standard deviation of changes, and its 95 %
#                           confidence interval by the noncentral t distribution
#
# Before and after, without a comparison group: it says how people changed, not why.

folder <- commandArgs(trailingOnly = TRUE)
if (length(folder) != 1) stop("Usage: Rscript change.R FOLDER")
table <- function(name) read.csv(file.path(folder, paste0(name, ".csv")), na.strings = "", stringsAsFactors = FALSE)

# ---- Scores that stand, each with its episode: the referral that began it ----
referral <- table("referral")
referral$episode <- ifelse(is.na(referral$based_on), referral$referral, referral$based_on)
score <- merge(table("score"), referral[c("referral", "episode")], by = "referral")
score <- score[score$status %in% c("final", "amended", "corrected") & !is.na(score$value), ]

# ---- In order: by point, because days may be coarse or missing, and then by day ----
points <- c("baseline", "review", "exit")
place <- match(score$point, points, nomatch = length(points) + 1)
day <- ifelse(is.na(score$day), "", score$day)
score <- score[order(score$episode, score$measure, place, day, score$score, method = "radix"), ]

# ---- The first and the last of each measure in each episode ----
of_one <- paste(score$episode, score$measure)
first <- score[!duplicated(of_one), ]
last <- score[!duplicated(of_one, fromLast = TRUE), ]
paired <- first$score != last$score
pairs <- data.frame(measure = first$measure, before = first$value, after = last$value)[paired, ]

# ---- What is told of each measure ----
dz_bound <- function(t, n, probability) {
  # The effect size under which a t up to this one has the probability. R warns that far tails lack digits, which is not felt here.
  at <- uniroot(function(ncp) suppressWarnings(pt(t, n - 1, ncp)) - probability, t + c(-10, 10), extendInt = "downX", tol = 1e-8)
  at$root / sqrt(n)
}
told <- function(of) {
  n <- nrow(of)
  if (n < 2 || sd(of$after - of$before) == 0) return(NULL)
  test <- t.test(of$after, of$before, paired = TRUE)
  t <- unname(test$statistic)
  data.frame(
    measure = of$measure[1], n = n,
    before = mean(of$before), after = mean(of$after),
    change = unname(test$estimate), low = test$conf.int[1], high = test$conf.int[2],
    dz = t / sqrt(n), dz_low = dz_bound(t, n, 0.975), dz_high = dz_bound(t, n, 0.025))
}
result <- do.call(rbind, lapply(split(pairs, pairs$measure), told))
if (is.null(result)) stop("No measure has two episodes with a first and a later score that changed differently.")
write.csv(format(result, digits = 4), row.names = FALSE, quote = FALSE)
