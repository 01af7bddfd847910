// What build, extract and annotate share: read the inputs, work on them with several threads, hand the results on in the
// order of the inputs, and keep the rules for bad articles (--on-error).
#pragma once

#include "cli/command_line.hpp"
#include "cli/terminal.hpp"
#include "extract/readers/article_reader.hpp"
#include "extract/record.hpp"

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace newsgraph::cli {

// What came of one article. Either `error`, or what the command's work puts in.
struct Outcome {
    std::string doc;
    std::string place;
    std::string error;             // one line; why there is nothing
    std::string remark;            // one line; what was left out, "" if nothing
    std::string text;              // of extract and annotate: what is to be printed
    std::optional<Record> record;  // of build and add
    std::string article_hash;      // of add: hash_of() the article
    std::optional<Article> known;  // of add: an article that was read so before, and is not read again
};

// Each thread has one. Throws Error for articles it cannot do, which is then the article's `error`.
using ArticleWork = std::function<Outcome(readers::InputItem&& item)>;

// The article of an item that is one. A line of `extract` has its article in it; throws FormatError if that is malformed.
Article article_of(readers::InputItem&& item);

struct RunTotals {
    std::size_t done = 0;    // articles that came through
    std::size_t failed = 0;  // articles that did not, and were only reported
};

// Inputs and their formats as the command line has them; no input is standard input. Throws UsageError if that is a
// terminal, IoError for inputs that are not there. Nothing is read yet.
readers::ArticleReader open_inputs(const CommandLine& line, Terminal& terminal);
readers::ArticleReader open_inputs(const CommandLine& line, std::vector<std::string> inputs, Terminal& terminal);

// `consume` is called on the caller's thread. With --on-error record it gets the bad articles too; with `stop` the first
// one is thrown as FormatError. Errors that concern the run and not one article (no model) are thrown by `make_work`.
RunTotals run_articles(const CommandLine& line, Terminal& terminal, readers::ArticleReader& reader,
                       const std::function<ArticleWork()>& make_work, const std::function<void(Outcome&&)>& consume);

// The same for any source of items; `next` is called on the caller's thread.
using NextItem = std::function<std::optional<readers::InputItem>()>;
RunTotals run_items(const CommandLine& line, Terminal& terminal, const NextItem& next,
                    const std::function<ArticleWork()>& make_work, const std::function<void(Outcome&&)>& consume);

}  // namespace newsgraph::cli
