#include "cli/commands.hpp"
#include "cli/store_argument.hpp"
#include "cli/table.hpp"
#include "export/output_file.hpp"

namespace newsgraph::cli {

ExitStatus run_check(const CommandLine& line, Terminal& /*terminal*/) {
    const EvidenceStore store(only_store(line), StoreAccess::read);
    const std::vector<std::string> faults = store.faults();
    OutputFile output("-");
    for (const std::string& fault : faults) output.write(one_line_of(fault) + "\n");
    if (faults.empty()) output.write("ok\n");
    output.commit();
    return faults.empty() ? ExitStatus::done : ExitStatus::failed;
}

}  // namespace newsgraph::cli
