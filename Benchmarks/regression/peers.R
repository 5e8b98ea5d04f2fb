# .lm.fit with standard errors and residuals: `Rscript peers.R DATA ROWS COLUMNS RESULT`.
arguments <- commandArgs(TRUE)
rows <- as.numeric(arguments[2])
columns <- as.numeric(arguments[3])
file <- file(arguments[1], "rb")
design <- matrix(readBin(file, "double", rows * columns), rows)
response <- readBin(file, "double", rows)
close(file)
fit <- function(design, response) {
  fit <- .lm.fit(design, response)
  k <- ncol(design)
  variance <- sum(fit$residuals^2) / (nrow(design) - k)
  inverse <- chol2inv(fit$qr[1:k, 1:k, drop = FALSE])
  list(fit$coefficients, sqrt(variance * diag(inverse)), fit$residuals)
}
invisible(fit(design[1:10000, ], response[1:10000]))
seconds <- system.time(result <- fit(design, response), gcFirst = TRUE)[["elapsed"]]
cat(seconds, "\n")
result[[3]] <- head(result[[3]], 1000)
writeLines(sapply(result, function(v) paste(sprintf("%.17g", v), collapse = " ")), arguments[4])
