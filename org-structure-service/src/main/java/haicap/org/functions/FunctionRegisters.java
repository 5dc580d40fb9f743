package haicap.org.functions;

import haicap.org.registers.Register;
import haicap.platform.orgcopy.Function;
import haicap.platform.orgcopy.FunctionHolder;

/** The registers of functions and of who performs them. */
public final class FunctionRegisters {

    /** Functions. */
    public static final Register<Function> FUNCTIONS =
            new Register<>(Function.class, Function::id, function -> "hanoi");

    /** Who performs which function. */
    public static final Register<FunctionHolder> HOLDERS =
            new Register<>(FunctionHolder.class, FunctionHolder::id, FunctionHolder::unitId);

    private FunctionRegisters() {}
}
