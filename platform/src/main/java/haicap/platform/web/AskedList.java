package haicap.platform.web;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Which list is being answered: its address, and all that chooses and orders its items. */
final class AskedList {

    /** What says how much of the list is asked for, and where to go on. */
    private static final Set<String> OF_THE_PAGE = Set.of("cursor", "limit", "format");

    private static final String END = "\u001e";

    private AskedList() {}

    static String current() {
        if (!(RequestContextHolder.getRequestAttributes()
                instanceof ServletRequestAttributes attributes)) {
            return END;
        }
        var request = attributes.getRequest();
        return request.getParameterMap().entrySet().stream()
                .filter(each -> !OF_THE_PAGE.contains(each.getKey()))
                .map(each -> each.getKey() + "=" + Arrays.toString(each.getValue()))
                .sorted()
                .collect(Collectors.joining(END, request.getRequestURI() + END, END));
    }
}
