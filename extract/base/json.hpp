// RapidJSON behind one header, with one set of switches: errors are values, input is checked to be UTF-8, deep nesting
// cannot overflow the stack. Include it in .cpp files only.
#pragma once

#define RAPIDJSON_HAS_STDSTRING 1
// Iterators of objects as plain pointers: the class form does not compile with every C++20 compiler. Then a constant
// object's GetObject() cannot be iterated; use MemberBegin() and MemberEnd().
#define RAPIDJSON_NOMEMBERITERATORCLASS 1

#include <rapidjson/document.h>
#include <rapidjson/encodedstream.h>
#include <rapidjson/error/en.h>
#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

namespace newsgraph::json {

// For Document::Parse<>.
inline constexpr unsigned strict_parse = rapidjson::kParseValidateEncodingFlag | rapidjson::kParseIterativeFlag |
                                         rapidjson::kParseFullPrecisionFlag;

}  // namespace newsgraph::json
