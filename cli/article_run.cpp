#include "cli/article_run.hpp"

#include "cli/interrupt.hpp"
#include "cli/ordered_workers.hpp"
#include "cli/usage_error.hpp"

#include <algorithm>
#include <deque>
#include <new>
#include <thread>
#include <unistd.h>
#include <utility>

namespace newsgraph::cli {

namespace {

using Workers = OrderedWorkers<readers::InputItem, Outcome>;

// Names of the article, kept before the work may move it away.
Outcome names_of(const readers::InputItem& item) {
    Outcome outcome;
    if (const auto* article = std::get_if<Article>(&item)) {
        outcome.doc = article->id;
        outcome.place = article->place;
    } else if (const auto* bad = std::get_if<readers::BadInput>(&item)) {
        outcome.doc = bad->doc;
        outcome.place = bad->place;
        outcome.error = bad->reason;
    } else {
        outcome.doc = outcome.place = std::get<readers::RecordLine>(item).place;
    }
    return outcome;
}

// One article's trouble stays that article's.
Workers::Work guarded(ArticleWork work) {
    return [work = std::move(work)](readers::InputItem&& item) {
        Outcome names = names_of(item);
        if (!names.error.empty()) return names;
        try {
            return work(std::move(item));
        } catch (const Error& error) {
            names.error = error.what();
        } catch (const std::bad_alloc&) {
            names.error = "not enough memory for this article";
        }
        return names;
    };
}

std::size_t size_of(const readers::InputItem& item) {
    if (const auto* article = std::get_if<Article>(&item)) return article->text.size();
    if (const auto* line = std::get_if<readers::RecordLine>(&item)) return line->json.size();
    return 0;
}

// What waits at once: enough that no thread is idle behind a long article, and little enough that long ones do not fill
// the memory.
class Backlog {
public:
    explicit Backlog(std::size_t most_articles) : most_articles_(most_articles) {}

    void submitted(std::size_t bytes) {
        sizes_.push_back(bytes);
        bytes_ += bytes;
    }
    void taken() {
        bytes_ -= sizes_.front();
        sizes_.pop_front();
    }
    bool full() const { return sizes_.size() >= most_articles_ || bytes_ > most_bytes; }

private:
    static constexpr std::size_t most_bytes = 3 * 1024 * 1024;

    std::size_t most_articles_;
    std::deque<std::size_t> sizes_;
    std::size_t bytes_ = 0;
};

std::size_t thread_count(const CommandLine& line) {
    const std::size_t wanted = line.count("jobs");
    if (wanted > 1024) throw UsageError("option '--jobs': more than 1024 threads");
    return wanted > 0 ? wanted : std::max(1u, std::thread::hardware_concurrency());
}

}  // namespace

Article article_of(readers::InputItem&& item) {
    if (auto* article = std::get_if<Article>(&item)) return std::move(*article);
    const auto& line = std::get<readers::RecordLine>(item);
    Record record = record_from_json(line.json);
    return {std::move(record.doc),    std::move(record.title), std::move(record.text), std::move(record.date),
            std::move(record.source), std::move(record.url),   line.place};
}

readers::ArticleReader open_inputs(const CommandLine& line, Terminal& terminal) {
    return open_inputs(line, line.arguments(), terminal);
}

readers::ArticleReader open_inputs(const CommandLine& line, std::vector<std::string> inputs, Terminal& terminal) {
    if (inputs.empty()) {
        if (::isatty(STDIN_FILENO) == 1) {
            throw UsageError("no input: name files or folders, or '-' for standard input",
                             "'newsgraph " + std::string(line.command().name) + " -h' shows how");
        }
        inputs.emplace_back("-");
    }
    if (std::count(inputs.begin(), inputs.end(), "-") > 1) throw UsageError("'-' is named twice: standard input can be read only once");
    readers::ReaderOptions options;
    if (line.has("input-format")) options.format = readers::input_format_named(line.text("input-format"));
    options.raw = line.command().bit == on::annotate && line.has("raw");
    return readers::ArticleReader(inputs, options, terminal);
}

RunTotals run_articles(const CommandLine& line, Terminal& terminal, readers::ArticleReader& reader,
                       const std::function<ArticleWork()>& make_work, const std::function<void(Outcome&&)>& consume) {
    const NextItem next = [&] {
        auto item = reader.next();
        if (item) terminal.progress(reader.bytes_read(), reader.bytes_total());
        return item;
    };
    return run_items(line, terminal, next, make_work, consume);
}

RunTotals run_items(const CommandLine& line, Terminal& terminal, const NextItem& next,
                    const std::function<ArticleWork()>& make_work, const std::function<void(Outcome&&)>& consume) {
    const std::size_t threads = thread_count(line);
    const std::string on_error = line.text("on-error");
    Backlog backlog(4 * threads + 4);
    Workers workers(threads, [&make_work] { return guarded(make_work()); }, throw_if_interrupted);

    RunTotals totals;
    const auto finish_one = [&] {
        Outcome outcome = workers.take();
        backlog.taken();
        if (outcome.error.empty()) {
            ++totals.done;
            if (!outcome.remark.empty()) terminal.warning(outcome.place + ": " + outcome.remark);
            consume(std::move(outcome));
        } else if (on_error == "stop") {
            throw FormatError(outcome.place + ": " + outcome.error);
        } else if (on_error == "record") {
            consume(std::move(outcome));
        } else {
            ++totals.failed;
            terminal.warning(outcome.place + ": " + outcome.error);
        }
    };
    while (auto item = next()) {
        throw_if_interrupted();
        backlog.submitted(size_of(*item));
        workers.submit(std::move(*item));
        while (workers.ready() || backlog.full()) finish_one();
    }
    while (workers.pending() > 0) finish_one();
    throw_if_interrupted();
    return totals;
}

}  // namespace newsgraph::cli
