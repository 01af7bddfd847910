#include "cli/model_location.hpp"
#include "extract/data/tables.hpp"

namespace newsgraph::cli {

std::string_view known_sums() {
    return data::models();
}

}  // namespace newsgraph::cli
