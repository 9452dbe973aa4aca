package org.migrationtest.source.liquibase;

import java.io.IOException;
import java.util.List;
import liquibase.resource.AbstractResourceAccessor;
import liquibase.resource.Resource;
import liquibase.resource.ResourceAccessor;

/**
 * Looks in several places in order and stops at the first that has something. Liquibase's own composite accessor refuses a
 * file that it finds twice, as one under {@code src/main/resources} and its copy on the class path are.
 */
final class FirstFound extends AbstractResourceAccessor {
    private final List<ResourceAccessor> places;

    FirstFound(List<ResourceAccessor> places) {
        this.places = List.copyOf(places);
    }

    @Override
    public List<Resource> search(String path, boolean recursive) throws IOException {
        for (ResourceAccessor place : places) {
            List<Resource> found = place.search(path, recursive);
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    @Override
    public List<Resource> getAll(String path) throws IOException {
        for (ResourceAccessor place : places) {
            List<Resource> found = place.getAll(path);
            if (found != null && !found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    @Override
    public List<String> describeLocations() {
        return places.stream()
                .flatMap(place -> place.describeLocations().stream())
                .toList();
    }

    @Override
    public void close() throws IOException {
        for (ResourceAccessor place : places) {
            try {
                place.close();
            } catch (IOException error) {
                throw error;
            } catch (Exception error) {
                throw new IOException(error);
            }
        }
    }
}
