#include "cli/commands.hpp"
#include "cli/store_argument.hpp"
#include "cli/usage_error.hpp"
#include "extract/base/error.hpp"

#include <algorithm>

namespace newsgraph::cli {

ExitStatus run_remove(const CommandLine& line, Terminal& terminal) {
    const std::string& path = store_argument(line);
    std::vector<std::string> docs = behind_store(line);
    if (docs.empty()) throw UsageError("no article", "newsgraph remove " + path + " DOC...");
    EvidenceStore store = open_existing_store(path);
    const std::size_t before = store.document_count();
    std::sort(docs.begin(), docs.end());
    docs.erase(std::unique(docs.begin(), docs.end()), docs.end());
    for (const std::string& doc : docs) {
        if (!store.remove(doc)) throw Error(path + ": no article is called '" + doc + "'", "nothing was removed");
    }
    const std::size_t removed = before - store.document_count();
    store.commit();
    terminal.outcome(std::to_string(removed) + " removed");
    return ExitStatus::done;
}

}  // namespace newsgraph::cli
