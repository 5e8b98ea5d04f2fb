# What readr makes of the files of a folder, as it comes: Rscript readr.R FOLDER FILE ...
# Prints the version, then a JSON object a file: header, rows and warnings, or the error.
suppressMessages(library(readr))

text <- function(value) {
  value <- enc2utf8(as.character(value))
  value <- gsub("\\", "\\\\", value, fixed = TRUE)
  value <- gsub("\"", "\\\"", value, fixed = TRUE)
  for (code in 1:31) {
    value <- gsub(intToUtf8(code), sprintf("\\u%04x", code), value, fixed = TRUE)
  }
  paste0("\"", value, "\"")
}

list_of <- function(values) paste0("[", paste(values, collapse = ", "), "]")

# Numbers with all their digits; text quoted; anything else named by its class.
cells <- function(column) {
  written <- if (is.numeric(column) && is.null(attr(column, "class"))) {
    ifelse(is.finite(column), sprintf("%.17g", column), text(column))
  } else if (is.character(column)) {
    text(column)
  } else {
    paste0("{", text(class(column)[1]), ": ", text(column), "}")
  }
  ifelse(is.na(column), "null", written)
}

arguments <- commandArgs(trailingOnly = TRUE)
cat(text(packageVersion("readr")), "\n", sep = "")
for (file in arguments[-1]) {
  path <- file.path(arguments[1], file)
  told <- character()
  result <- tryCatch(
    if (endsWith(file, ".xlsx")) {
      "{\"none\": true}"
    } else {
      withCallingHandlers({
        frame <- read_delim(path, show_col_types = FALSE, progress = FALSE)
        columns <- lapply(frame, cells)
        rows <- if (length(columns) > 0 && nrow(frame) > 0) {
          do.call(mapply, c(list(FUN = function(...) list_of(c(...))), unname(columns)))
        } else {
          character()
        }
        paste0("{\"header\": ", list_of(text(names(frame))), ", \"rows\": ", list_of(rows), ", ")
      }, warning = function(warning) {
        told <<- c(told, conditionMessage(warning))
        invokeRestart("muffleWarning")
      }, message = function(message) invokeRestart("muffleMessage"))
    }, error = function(error) paste0("{\"error\": ", text(conditionMessage(error)), "}"))
  if (endsWith(result, ", ")) {
    result <- paste0(result, "\"warnings\": ", if (length(told)) list_of(text(told)) else "[]", "}")
  }
  cat(result, "\n", sep = "")
}
