package org.migrationtest.junit.tree;

import java.lang.reflect.Method;
import java.util.List;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.opentest4j.TestAbortedException;

/**
 * One test.
 *
 * @param name unique within its method
 * @param test what to do before the method's own body
 */
record Leaf(String name, RoundTripTree tree, Test test) implements TestTemplateInvocationContext {
    @Override
    public String getDisplayName(int invocationIndex) {
        return name;
    }

    @Override
    public List<Extension> getAdditionalExtensions() {
        return List.of(new InvocationInterceptor() {
            @Override
            public void interceptTestTemplateMethod(
                    Invocation<Void> body, ReflectiveInvocationContext<Method> invocation, ExtensionContext context)
                    throws Throwable {
                test.run(context);
                proceed(body);
            }
        });
    }

    private void proceed(InvocationInterceptor.Invocation<Void> body) throws Throwable {
        try {
            body.proceed();
        } catch (TestAbortedException aborted) {
            throw aborted;
        } catch (Throwable failed) {
            tree.problem(name + ": the test method itself failed: " + failed);
            throw failed;
        }
    }

    /** What a test does; throws if it fails. */
    @FunctionalInterface
    interface Test {
        void run(ExtensionContext context) throws Exception;
    }
}
