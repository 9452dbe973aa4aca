def result = new groovy.json.JsonSlurper().parse(new File(basedir, 'target/migration-test/shop.ShopMigrationsTest/result.json'))
def verdicts = result.runs[0].migrations*.verdict
if (verdicts != ['EXACT', 'DECLARED', 'EXACT']) {
    throw new IllegalStateException("The first steps come to other verdicts than the text says: ${verdicts}")
}
