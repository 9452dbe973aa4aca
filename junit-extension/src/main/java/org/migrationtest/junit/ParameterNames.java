package org.migrationtest.junit;

import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestPlan;

/**
 * Tells {@link Properties} the names of the configuration parameters, which JUnit tells listeners only: a name that is
 * mistyped there could not be noticed otherwise. Found by {@link java.util.ServiceLoader}.
 */
public final class ParameterNames implements TestExecutionListener {
    @Override
    public void testPlanExecutionStarted(TestPlan plan) {
        Properties.named(plan.getConfigurationParameters().keySet());
    }
}
