#include "cli/answer.hpp"

#include "cli/graph_options.hpp"
#include "export/output_file.hpp"

namespace newsgraph::cli {

ExitStatus finish_list(const CommandLine& line, std::size_t shown, std::size_t total, const std::string& nothing, Terminal& terminal) {
    if (total == 0) terminal.warning(nothing);
    if (total > shown) terminal.note(std::to_string(total - shown) + " more behind the limit");
    return total == 0 && line.has("exit-status") ? ExitStatus::nothing_found : ExitStatus::done;
}

ExitStatus answer_table(const CommandLine& line, const Table& table, const std::string& nothing, Terminal& terminal) {
    OutputFile output("-");
    write_table(table, style_of(line), terminal.color_on_stdout(), output);
    output.commit();
    return finish_list(line, table.rows.size(), table.total, nothing, terminal);
}

}  // namespace newsgraph::cli
