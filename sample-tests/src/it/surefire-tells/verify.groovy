def tests = { file -> new groovy.xml.XmlSlurper().parse(file).'**'.findAll { it.name() == 'testcase' } }

['3.5.6', '3.6.1'].each { surefire ->
    ['5.14.4', '6.1.3'].each { junit ->
        def results = new File(basedir, "target/surefire-$surefire-junit-$junit")

        def theirs = tests(new File(results, 'TEST-example.ForgetfulTest.xml'))
        assert theirs.size() == 5
        assert theirs*.@name*.text().toSet().size() == 5
        assert theirs.findAll { it.failure.size() == 1 }.size() == 1
        assert theirs.every { it.flakyFailure.size() == 0 && it.flakyError.size() == 0 }
        assert theirs.any { it.failure.@message.text().startsWith('[postgres:17][2 ranks][down] ') }

        def ours = tests(new File(results, 'ours/TEST-example.ForgetfulTest.xml'))
        assert ours*.@name*.text() == ['1 customers', '2 ranks', '3 emails', 'whole chain', 'everything was tested']
                .collect { 'postgres:17 › ' + it }
        assert ours.findAll { it.failure.size() == 1 }*.@name*.text() == ['postgres:17 › 2 ranks']

        def none = tests(new File(results, 'TEST-example.NothingTest.xml'))
        assert none.size() == 1 && none[0].error.size() == 1
        assert none[0].error.text().contains('nowhere')

        def json = new groovy.json.JsonSlurper().parse(new File(results, 'ours/result.json'))
        assert json.failed
        assert json.runs[0].migrations*.verdict == ['EXACT', 'SILENTLY_WRONG', 'EXACT']
        assert json.problems.any { it.contains('nowhere') }
    }
}
assert new File(basedir, 'build.log').text.count('BUILD FAILURE') == 4
