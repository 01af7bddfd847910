#include "cli/commands.hpp"
#include "cli/interrupt.hpp"
#include "cli/store_argument.hpp"
#include "cli/usage_error.hpp"

#include <algorithm>
#include <iterator>

namespace newsgraph::cli {

namespace {

// An older version of an article may say what the newer one corrects.
void say_what_is_contested(const std::vector<std::string>& before, const std::vector<std::string>& after, Terminal& terminal) {
    constexpr std::size_t most_told = 5;
    std::vector<std::string> fresh;
    std::set_difference(after.begin(), after.end(), before.begin(), before.end(), std::back_inserter(fresh));
    if (fresh.empty()) return;
    std::string list;
    for (std::size_t i = 0; i < std::min(fresh.size(), most_told); ++i) list += (i > 0 ? ", " : "") + fresh[i];
    if (fresh.size() > most_told) list += " and " + std::to_string(fresh.size() - most_told) + " more";
    terminal.warning(counted(fresh.size(), "article") + (fresh.size() == 1 ? " has" : " have") + " two texts now, and both count: " + list +
                     "; 'newsgraph remove' takes out an older version");
}

}  // namespace

ExitStatus run_merge(const CommandLine& line, Terminal& terminal) {
    const std::string& path = store_argument(line);
    const std::vector<std::string> others = behind_store(line);
    if (others.empty()) throw UsageError("no other store", "newsgraph merge " + path + " OTHER...");
    for (const std::string& other : others) EvidenceStore(other, StoreAccess::read);  // before anything is made
    EvidenceStore store(path);
    const std::vector<std::string> contested = store.contested_ids();
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
    say_what_is_contested(contested, store.contested_ids(), terminal);
    return ExitStatus::done;
}

}  // namespace newsgraph::cli
