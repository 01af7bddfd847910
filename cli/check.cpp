#include "cli/commands.hpp"
#include "cli/store_argument.hpp"
#include "cli/table.hpp"
#include "export/output_file.hpp"

namespace newsgraph::cli {

ExitStatus run_check(const CommandLine& line, Terminal& terminal) {
    const std::string& path = only_store(line);
    const EvidenceStore store(path, StoreAccess::read);
    std::vector<std::string> faults = store.faults();
    if (faults.empty()) {
        faults = store.graph_faults();
        if (!faults.empty()) {
            EvidenceStore(path).forget_graph();
            terminal.note("the evidence is sound; the kept graph is made anew when the next question comes");
        }
    }
    OutputFile output("-");
    for (const std::string& fault : faults) output.write(one_line_of(fault) + "\n");
    if (faults.empty()) output.write("ok\n");
    output.commit();
    return faults.empty() ? ExitStatus::done : ExitStatus::failed;
}

}  // namespace newsgraph::cli
