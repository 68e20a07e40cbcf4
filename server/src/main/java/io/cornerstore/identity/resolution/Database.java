package io.cornerstore.identity.resolution;

import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** The main database, and the clock that its rows are stamped by. */
public record Database(
    DataSource dataSource, JdbcClient jdbc, PlatformTransactionManager transactions, Clock clock) {}
