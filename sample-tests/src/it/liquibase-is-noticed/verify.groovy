def log = new File(basedir, 'build.log').text
if (!log.contains('nobody asked for liquibase')) {
    throw new IllegalStateException('The build failed for another reason than Liquibase on the class path')
}
