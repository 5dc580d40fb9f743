package haicap.platform.papers;

import haicap.platform.texts.Text;
import jakarta.validation.constraints.NotNull;

/** Why a document does not belong there. */
record WithdrawalRequest(@NotNull @Text(max = 4_000, lines = true) String reason) {}
