#include "cli/store_argument.hpp"

#include "cli/usage_error.hpp"
#include "extract/base/error.hpp"

#include <filesystem>
#include <string_view>

namespace newsgraph::cli {

const std::string& store_argument(const CommandLine& line) {
    const std::string_view usage = line.command().usage;
    const std::string form = "newsgraph " + std::string(line.command().name) + " " + std::string(usage.substr(0, usage.find('\n')));
    if (line.arguments().empty()) throw UsageError("no store", form);
    const std::string& path = line.arguments().front();
    if (path.empty() || path == "-" || path == ":memory:") throw UsageError("'" + path + "': a store is a file", form);
    return path;
}

const std::string& only_store(const CommandLine& line) {
    const std::string& path = store_argument(line);
    if (line.arguments().size() > 1) throw UsageError("one store only: '" + line.arguments()[1] + "' is too many");
    return path;
}

std::vector<std::string> behind_store(const CommandLine& line) {
    return {line.arguments().begin() + 1, line.arguments().end()};
}

EvidenceStore open_existing_store(const std::string& path) {
    std::error_code error;
    if (!std::filesystem::exists(path, error)) {
        throw IoError(path + ": there is no such store", "'newsgraph add " + path + " INPUT' makes one");
    }
    return EvidenceStore(path);
}

std::string counted(std::size_t number, const std::string& one) {
    return std::to_string(number) + " " + one + (number == 1 ? "" : "s");
}

}  // namespace newsgraph::cli
