// A thin skin over SQLite for the rooms of graph/: a connection and its prepared statements, closed by themselves. One
// thread. Throws IoError with the file and SQLite's reason, FormatError if the file is no database.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace newsgraph::sqlite {

enum class Access {
    write,  // makes the file if it is not there
    read,   // the file stays as it is; of one that nobody can write to, what is beside it does not matter
};

class Database {
public:
    explicit Database(const std::string& path, Access access = Access::write);
    ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    void run(const char* sql);
    void run_patiently(const char* sql);  // for what SQLite itself does not wait to do: changes of the journal mode
    void try_run(const char* sql) noexcept;  // where nobody is left to hear of a failure
    std::int64_t number(const char* sql);  // first column of the first row
    std::int64_t last_id() const;
    int changes() const;  // rows that the last statement changed
    bool in_transaction() const;
    bool read_only() const;

    // Puts another database's tables beside this one's, to be read as NAME.table. Not within a transaction.
    void attach(const Database& other, const char* name);

    // Writes what was committed into the file itself, where no other program is in the way. Never throws: it is safe
    // where it is.
    void checkpoint();

    const std::string& path() const { return path_; }

    [[noreturn]] void fail(int code) const;

private:
    friend class Query;
    friend class Savepoint;
    int open(const std::string& name, int flags);
    void open_for_reading();

    std::string path_;
    sqlite3* handle_ = nullptr;
    bool as_it_lies_ = false;  // read without the files beside it
};

// Undoes a transaction that was begun, unless it is committed.
class Transaction {
public:
    explicit Transaction(Database& database) : database_(database) {}
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;

    void commit();

private:
    Database& database_;
    bool committed_ = false;
};

// All or nothing: what was done since its making is undone unless it is released. Outside a transaction it is one.
class Savepoint {
public:
    explicit Savepoint(Database& database);
    ~Savepoint();
    Savepoint(const Savepoint&) = delete;
    Savepoint& operator=(const Savepoint&) = delete;

    void release();

private:
    Database& database_;
    bool released_ = false;
};

// A prepared statement, to be bound, stepped and used again. The database must outlive it.
class Query {
public:
    Query(Database& database, const char* sql);
    ~Query();
    Query(const Query&) = delete;
    Query& operator=(const Query&) = delete;

    // Parameters from 1. The text must live until the statement is reset or bound again.
    Query& bind(int index, std::string_view text);
    Query& bind(int index, std::int64_t number);
    Query& bind(int index, double number);
    Query& bind(int index, std::optional<std::int64_t> number);  // nothing is NULL

    bool step();   // false: no (more) rows, and the statement is ready for the next use
    void run();    // steps through to the end
    void reset();

    // Columns of the present row, from 0.
    int columns() const;
    bool is_null(int column) const;
    std::string text(int column) const;
    std::string_view view(int column) const;  // until the next step, reset or look at the same column
    std::int64_t integer(int column) const;
    std::optional<std::int64_t> maybe_integer(int column) const;  // nothing for NULL
    double real(int column) const;

private:
    Database& database_;
    sqlite3_stmt* handle_ = nullptr;
};

}  // namespace newsgraph::sqlite
