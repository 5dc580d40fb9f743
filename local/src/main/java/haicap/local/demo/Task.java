package haicap.local.demo;

import java.util.List;

/** A file's next step: one write by one person, and what there is to do once it was accepted. */
interface Task {

    Business business();

    Order order(Script script);

    /** What follows; nothing when the file is finished, or rests. */
    List<Task> after(Delivered accepted, Chance chance) throws InterruptedException;
}
