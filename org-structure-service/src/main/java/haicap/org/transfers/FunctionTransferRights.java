package haicap.org.transfers;

import haicap.platform.access.AccessScope;
import haicap.platform.access.Caller;
import haicap.platform.authority.Authority;
import haicap.platform.authority.Ruling;
import haicap.platform.authority.Subject;
import haicap.platform.orgcopy.Relation;
import org.springframework.stereotype.Component;

/** Who may do what to a transfer of a function: whom the rules of authority let. */
@Component
class FunctionTransferRights {

    private final Authority authority;
    private final AccessScope accessScope;

    FunctionTransferRights(Authority authority, AccessScope accessScope) {
        this.authority = authority;
        this.accessScope = accessScope;
    }

    Ruling requirePreparation(Caller caller, String functionId) {
        return authority.require("function-transfer.preparation", caller, Subject.of(functionId));
    }

    /** The director decides, the receiving unit receives and reports. */
    Ruling require(String action, Caller caller, FunctionTransfer transfer) {
        var receiving =
                accessScope.custodian(transfer.head().unitId(), FunctionTransfer.OBJECT_CLASS);
        return authority.require(
                "function-transfer." + action,
                caller,
                Subject.of(transfer.head().id())
                        .with(Relation.ADDRESSEE, receiving.equals(caller.post().unitId())));
    }
}
