def told = { test ->
    new groovy.xml.XmlSlurper().parse(new File(basedir, "target/surefire-reports/TEST-example.${test}.xml"))
            .testcase[0].error.@message.text()
}

assert told('FlywayTest') == 'The source \'flyway\' was chosen, but org.flywaydb.core.Flyway is not on the class path.' +
        ' Add org.flywaydb:flyway-core:10.22.0 or newer as a test dependency, or choose another source with the property' +
        ' migrationtest.source.'
assert told('LiquibaseTest') == 'Liquibase is not on the class path, but the source \'liquibase\' was asked for' +
        ' classpath:db/changelog.xml. Add the dependency org.liquibase:liquibase-core, with test scope at least.'
assert told('DriverTest') == 'No database for postgres:17 (asked for in @Databases, in the property' +
        ' migrationtest.databases, or in databases(...)). The provider is \'embedded\' (property' +
        ' migrationtest.provider).\nembedded: PostgreSQL\'s JDBC driver is not on the class path; add the dependency' +
        ' org.postgresql:postgresql in test scope.'
