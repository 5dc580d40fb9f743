package haicap.platform.instance;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Two lines for the operator instead of a stack trace. */
final class TellWhyItCannotStart extends AbstractFailureAnalyzer<CannotStart> {

    @Override
    protected FailureAnalysis analyze(Throwable root, CannotStart cause) {
        return new FailureAnalysis(cause.getMessage(), cause.remedy(), cause);
    }
}
