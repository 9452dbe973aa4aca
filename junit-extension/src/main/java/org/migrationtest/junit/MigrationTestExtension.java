package org.migrationtest.junit;

import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.junit.platform.commons.support.AnnotationSupport;
import org.migrationtest.MigrationRun;
import org.migrationtest.junit.tree.RoundTripTree;

/** Makes a check out of annotations, and tests out of the check. */
final class MigrationTestExtension implements TestTemplateInvocationContextProvider, ParameterResolver {
    private static final Namespace NAMESPACE = Namespace.create(MigrationTestExtension.class);

    @Override
    public boolean supportsTestTemplate(ExtensionContext context) {
        return AnnotationSupport.isAnnotated(context.getTestMethod(), RollbackRoundTrip.class);
    }

    @Override
    public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
        return RoundTripTree.grow(() -> AnnotatedCheck.of(context), context);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == MigrationRun.class
                && context.getTestMethod().isPresent();
    }

    /** A test gets one database, however many parameters and lifecycle methods ask for it; it goes when the test ends. */
    @Override
    public MigrationRun resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getStore(NAMESPACE)
                .getOrComputeIfAbsent(
                        MigrationRun.class, key -> AnnotatedCheck.of(context).open(), MigrationRun.class);
    }
}
