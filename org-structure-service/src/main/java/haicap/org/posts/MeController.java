package haicap.org.posts;

import haicap.org.units.Unit;
import haicap.org.units.UnitRegister;
import haicap.platform.access.Caller;
import haicap.platform.orgcopy.HeldPost;
import haicap.platform.orgcopy.Title;
import haicap.platform.privacy.Matter;
import haicap.platform.privacy.TellsOf;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who the caller is to this system: the posts held now, or the scopes. */
@RestController
class MeController {

    /**
     * @param unitName what the post's unit is called
     */
    record MyPost(String postId, Title title, String unitId, @Nullable String unitName) {}

    @TellsOf({Matter.POST, Matter.OFFICER})
    record Me(String subject, List<String> scopes, List<MyPost> posts) {}

    private final UnitRegister units;

    MeController(UnitRegister units) {
        this.units = units;
    }

    @GetMapping("/api/v1/me")
    Me me(Caller caller) {
        return new Me(
                caller.subject(),
                caller.scopes().stream().sorted().toList(),
                caller.posts().stream().map(this::post).toList());
    }

    private MyPost post(HeldPost post) {
        return new MyPost(
                post.postId(),
                post.title(),
                post.unitId(),
                units.find(post.unitId()).map(Unit::fullName).orElse(null));
    }
}
