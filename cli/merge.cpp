#include "cli/commands.hpp"
#include "cli/interrupt.hpp"
#include "cli/store_argument.hpp"
#include "cli/usage_error.hpp"

namespace newsgraph::cli {

ExitStatus run_merge(const CommandLine& line, Terminal& terminal) {
    const std::string& path = store_argument(line);
    const std::vector<std::string> others = behind_store(line);
    if (others.empty()) throw UsageError("no other store", "newsgraph merge " + path + " OTHER...");
    for (const std::string& other : others) EvidenceStore(other, StoreAccess::read);  // before anything is made
    EvidenceStore store(path);
    MergeCounts sum;
    for (const std::string& other : others) {
        throw_if_interrupted();
        const MergeCounts counts = store.merge(other);
        sum.added += counts.added;
        sum.replaced += counts.replaced;
        sum.unchanged += counts.unchanged;
        sum.decisions += counts.decisions;
    }
    terminal.outcome(std::to_string(sum.added) + " added, " + std::to_string(sum.replaced) + " replaced, " +
                     std::to_string(sum.unchanged) + " unchanged" +
                     (sum.decisions == 0 ? "" : ", " + counted(sum.decisions, "decision") + " added"));
    return ExitStatus::done;
}

}  // namespace newsgraph::cli
