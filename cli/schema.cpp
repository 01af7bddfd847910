#include "cli/commands.hpp"
#include "cli/relation_lookup.hpp"
#include "cli/usage_error.hpp"
#include "export/output_file.hpp"
#include "extract/relations/relation_table.hpp"
#include "extract/relations/relation_text.hpp"

namespace newsgraph::cli {

ExitStatus run_schema(const CommandLine& line, Terminal& terminal) {
    if (!line.arguments().empty()) {
        throw UsageError("'" + line.arguments().front() + "' is too many", "newsgraph schema --relations FILE checks a file");
    }
    const RelationFile file = read_relation_file(line.text("relations"));
    const RelationTable table(file.text, file.name);  // throws if it is malformed
    OutputFile output("-");
    output.write(relation_text(file.text, file.name).text);
    output.commit();
    terminal.note(file.name + ": " + std::to_string(table.relations().size()) + " relations");
    return ExitStatus::done;
}

}  // namespace newsgraph::cli
