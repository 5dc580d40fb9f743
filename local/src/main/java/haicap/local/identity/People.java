package haicap.local.identity;

import java.util.Objects;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;

/** The demo clients as people who sign in by name and secret. */
@Component
final class People implements UserDetailsService {

    private final Clients clients;

    People(Clients clients) {
        this.clients = clients;
    }

    @Override
    public UserDetails loadUserByUsername(String name) {
        var person = clients.person(name);
        if (person == null) {
            throw new UsernameNotFoundException(name);
        }
        return User.withUsername(name)
                .password(Objects.requireNonNull(person.getClientSecret()))
                .authorities("PERSON")
                .build();
    }
}
